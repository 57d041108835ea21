# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of milepost-cli. Commands and options are asked of the program itself.

function __milepost_cli_commands
  LC_ALL=C milepost-cli --help 2>/dev/null | string match -r --groups-only '^  ([a-z][a-z-]*)'
end

function __milepost_cli_options
  set -l words (commandline -opc)
  LC_ALL=C milepost-cli $words[2] --help 2>/dev/null | string match -r --groups-only '(--[a-z][a-z-]*)'
end

complete -c milepost-cli -n __fish_use_subcommand -f -a '(__milepost_cli_commands)'
complete -c milepost-cli -n 'not __fish_use_subcommand' -a '(__milepost_cli_options)'
