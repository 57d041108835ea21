# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of milepost-cli. Commands and options are asked of the program itself, so none is forgotten here.

_milepost_cli_help ()
{
  LC_ALL=C "$program" "$@" --help 2>/dev/null
}

# Lines that are two spaces in: commands, subcommands, questions
_milepost_cli_names ()
{
  sed -n -E 's/^  ([a-z][a-z-]*)( .*)?$/\1/p' | grep -v -x 'milepost-cli'
}

# "--format=FORMAT  json (default), csv or table" in words; nothing when an option is described rather than listed
_milepost_cli_choices ()
{
  local option=$1
  case $option in
    -?) option=$(_milepost_cli_help "$command" | sed -n -E "s/^  $1, (--[a-z-]+)=.*/\\1/p") ;;
  esac
  [ -n "$option" ] || return
  _milepost_cli_help "$command" | sed -n -E "s/^ .*$option=[A-Z]+ +(([a-z0-9-]+( \\(default\\))?(, | or )?)+)\$/\\1/p" \
    | sed -E 's/ \(default\)//g; s/ or |,/ /g'
}

_milepost_cli ()
{
  local program=${COMP_WORDS[0]} command=${COMP_WORDS[1]-} current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} word bare
  local IFS=$' \t\n'

  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$(_milepost_cli_help | _milepost_cli_names) --help --version" -- "$current"))
    return
  fi
  # --option=value comes in three words
  if [ "$current" = = ]; then
    current=
  elif [ "$previous" = = ]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $previous in
    --scenario|-s|--baseline|-b|--compare)
      # The names in the case file that the line already has
      for word in "${COMP_WORDS[@]:2}"; do
        if [ -f "$word" ]; then
          bare=$(printf %s "$current" | tr -d '\\')
          compopt +o filenames 2>/dev/null # they are quoted here
          IFS=$'\n'
          COMPREPLY=($("$program" project "$word" --format csv 2>/dev/null | sed -n -E '1d; s/^"(([^"]|"")*)",.*/\1/p; t; s/^([^,]*),.*/\1/p' | sort -u | sed 's/""/"/g'))
          for word in "${!COMPREPLY[@]}"; do
            case ${COMPREPLY[word]} in
              "$bare"*) COMPREPLY[word]=$(printf %q "${COMPREPLY[word]}") ;;
              *) unset "COMPREPLY[word]" ;;
            esac
          done
          COMPREPLY=("${COMPREPLY[@]}")
          return
        fi
      done
      return ;;
    -*)
      word=$(_milepost_cli_choices "$previous")
      if [ -n "$word" ]; then
        COMPREPLY=($(compgen -W "$word" -- "$current"))
        return
      fi ;;
  esac
  if [ "${current#-}" != "$current" ]; then
    COMPREPLY=($(compgen -W "$(_milepost_cli_help "$command" | grep -o -E -e '--[a-z][a-z-]*' | sort -u)" -- "$current"))
  else
    case $command in
      db) [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W "$(_milepost_cli_help db | _milepost_cli_names)" -- "$current")) ;;
      ask) COMPREPLY=($(compgen -W "$(_milepost_cli_help ask | _milepost_cli_names)" -- "$current")) ;;
      parameters) [ "$COMP_CWORD" -eq 2 ] && COMPREPLY=($(compgen -W import -- "$current")) ;;
    esac
    IFS=$'\n'
    COMPREPLY+=($(compgen -f -- "$current"))
  fi
}

complete -o filenames -F _milepost_cli milepost-cli
