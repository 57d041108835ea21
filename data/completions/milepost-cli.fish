# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of milepost-cli. Commands, options and choices are asked of the program itself, so none is forgotten here.

function __milepost_cli_help
  LC_ALL=C milepost-cli $argv --help 2>/dev/null
end

# Lines that are two spaces in: commands, subcommands, questions
function __milepost_cli_names
  cat | string match -r --groups-only '^  ([a-z][a-z-]*)(?: .*)?$' | string match -v milepost-cli
end

# "--format=FORMAT  json (default), csv or table" in words
function __milepost_cli_choices
  __milepost_cli_help $argv[1] | string match -r --groups-only "^ .*$argv[2]=[A-Z]+ +((?:[a-z0-9-]+(?: \(default\))?(?:, | or )?)+)\$" \
    | string replace -ra ' \(default\)' '' | string replace -ra ', | or ' \n
end

function __milepost_cli_scenarios
  for word in $argv
    if test -f $word
      milepost-cli compare $word --format json 2>/dev/null | string match -ra --groups-only '"name":"((?:[^"\\\\]|\\\\.)*)"'
      return
    end
  end
end

function __milepost_cli
  set -l words (commandline -opc)
  set -l command $words[2]
  set -l option $words[-1]
  set -l before ''
  if string match -qr '^--[a-z-]+=' -- (commandline -ct)
    set option (string replace -r '=.*' '' -- (commandline -ct))
    set before $option=
  end
  switch $option
    case --scenario -s --baseline -b --compare
      printf '%s\n' $before(__milepost_cli_scenarios $words[3..] | sort -u)
      return
    case '-*'
      # the long form of -f
      if string match -qr '^-[a-z]$' -- $option
        set option (__milepost_cli_help $command | string match -r --groups-only "^  $option, (--[a-z-]+)=")
      end
      set -l choices (test -n "$option"; and __milepost_cli_choices $command $option)
      if set -q choices[1]
        printf '%s\n' $before$choices
        return
      end
  end
  __milepost_cli_help $command | string match -ra --groups-only '(--[a-z][a-z-]*)'
  switch $command
    case ask
      __milepost_cli_help ask | __milepost_cli_names
    case db
      test (count $words) -eq 2; and __milepost_cli_help db | __milepost_cli_names
    case parameters
      test (count $words) -eq 2; and echo import
  end
end

complete -c milepost-cli -n __fish_use_subcommand -f -a '(__milepost_cli_help | __milepost_cli_names) --help --version'
complete -c milepost-cli -n 'not __fish_use_subcommand' -a '(__milepost_cli)'
