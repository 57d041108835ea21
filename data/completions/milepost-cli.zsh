#compdef milepost-cli
# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of milepost-cli. Commands, options and choices are asked of the program itself, so none is forgotten here.

_milepost_cli_help ()
{
  LC_ALL=C ${(Q)words[1]} "$@" --help 2>/dev/null
}

# Lines that are two spaces in: commands, subcommands, questions
_milepost_cli_names ()
{
  sed -n -E 's/^  ([a-z][a-z-]*)( .*)?$/\1/p' | grep -v -x 'milepost-cli'
}

# "--format=FORMAT  json (default), csv or table" in words; nothing when an option is described rather than listed
_milepost_cli_choices ()
{
  local command=$1 option=$2
  if [[ $option == -? ]]; then
    option=$(_milepost_cli_help $command | sed -n -E "s/^  $option, (--[a-z-]+)=.*/\\1/p")
  fi
  [[ -n $option ]] || return
  _milepost_cli_help $command | sed -n -E "s/^ .*$option=[A-Z]+ +(([a-z0-9-]+( \\(default\\))?(, | or )?)+)\$/\\1/p" \
    | sed -E 's/ \(default\)//g; s/ or |, /\n/g'
}

# The names in the case file that the line already has
_milepost_cli_scenarios ()
{
  local word
  for word in ${(Q)words[3,-1]}; do
    [[ -f $word ]] || continue
    ${(Q)words[1]} project $word --format csv 2>/dev/null \
      | sed -n -E '1d; s/^"(([^"]|"")*)",.*/\1/p; t; s/^([^,]*),.*/\1/p' | sort -u | sed 's/""/"/g'
    return
  done
}

_milepost-cli ()
{
  local command=$words[2] option=$words[CURRENT-1]
  local -a choices

  if (( CURRENT == 2 )); then
    compadd -- $(_milepost_cli_help | _milepost_cli_names) --help --version
    return
  fi
  if [[ $words[CURRENT] == --*=* ]]; then
    option=${words[CURRENT]%%=*}
    compset -P '*='
  fi
  case $option in
    --scenario|-s|--baseline|-b|--compare)
      choices=(${(f)"$(_milepost_cli_scenarios)"})
      compadd -a choices
      return ;;
    -*)
      choices=(${(f)"$(_milepost_cli_choices $command $option)"})
      if (( $#choices )); then
        compadd -a choices
        return
      fi ;;
  esac
  if [[ $words[CURRENT] == -* ]]; then
    compadd -- $(_milepost_cli_help $command | grep -o -E -e '--[a-z][a-z-]*' | sort -u)
    return
  fi
  case $command in
    ask) compadd -- $(_milepost_cli_help ask | _milepost_cli_names) ;;
    db) (( CURRENT == 3 )) && compadd -- $(_milepost_cli_help db | _milepost_cli_names) ;;
    parameters) (( CURRENT == 3 )) && compadd -- import ;;
  esac
  _files
}

_milepost-cli "$@"
