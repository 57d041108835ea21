# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two ways of doing the same in the window: by keys alone, and through the accessibility tree alone."""

import os
import subprocess

from screen import (Focus, Keyboard, act, actions_of, answer_with_file, button, entry, find, focus_window, front, is_in, offers, press,
                    pyatspi, text_of, wait_for, walk)


def has_action(node, action):
    return offers(node, 'Action') and action in actions_of(node)


def has_choices(node):
    return has_action(node, 'choice.next')


def around(node, action):
    """The nearest thing around a node that offers an action: keys do the actions of a page from anywhere in it."""
    while not has_action(node, action):
        node = node.parent
    return node


def chosen(root, name):
    """What a drop-down or a combo row shows."""
    node = find(root, name, has_choices)
    return node and next(one.name for one in walk(node) if one.getRole() == pyatspi.ROLE_LABEL and one.name not in ('', name, '(None)'))


class Way:
    """What a person does in a program: "keyboard" presses keys, "reader" acts in the accessibility tree."""

    def __init__(self, program, way):
        self.program, self.focus = program, Focus()
        self.keyboard = Keyboard() if way == 'keyboard' else None

    @property
    def root(self):
        return self.program.root

    def begin(self, title='Milepost'):
        """Without a window manager, a window gets the keys when it is told so."""
        if self.keyboard:
            focus_window(title)

    def open_sample(self, card):
        """From the first screen."""
        wait_for('the first screen', lambda: button(self.root, card))
        self.begin()
        if not self.keyboard:
            press(button(self.root, card))
            return
        if self.focus.name != card:
            self.tab_to(card)
        self.keyboard.press('Return')

    def do(self, node, key, action):
        """An action of a node or of what is around it, by its key or by its name."""
        if self.keyboard:
            self.keyboard.press(key)
        else:
            act(around(node, action), action)

    def push(self, key, name, root=None):
        """A key, or the button of that name."""
        if self.keyboard:
            self.keyboard.press(key)
        else:
            press(wait_for(name, lambda: find(root or self.root, name, lambda one: has_action(one, 'click'))))

    def moved_by(self, *keys):
        """Presses keys, each of which moves the focus; the name of what has it then."""
        for key in keys:
            before = self.focus.count
            self.keyboard.press(key)
            wait_for('the focus to move on', lambda: self.focus.count > before)
        return self.focus.name

    def tab_to(self, is_it, key='Tab'):
        """Presses a key until the focus is on something with a name, or a name for which a function says yes."""
        if isinstance(is_it, str):
            name, is_it = is_it, lambda got: got == name
        passed = []
        while len(passed) < 30:
            passed.append(self.moved_by(key))
            if is_it(passed[-1]):
                return
        raise AssertionError('never came to it, but to ' + ', '.join(passed))

    def push_reached(self, name, key='Tab', root=None):
        """A button without a key of its own."""
        if self.keyboard:
            self.tab_to(name, key)
            self.keyboard.press('Return')
        else:
            self.push(key, name, root)

    def choose(self, name, steps, shown):
        """The choice that stands so many below the present one, or above it."""
        if self.keyboard:
            if self.focus.name != name:
                self.tab_to(name)
            self.keyboard.press('space', *['Down' if steps > 0 else 'Up'] * abs(steps), 'Return')
        else:
            node = wait_for(name, lambda: find(self.root, name, has_choices))
            for _ in range(abs(steps)):
                act(node, 'choice.next' if steps > 0 else 'choice.previous')
        wait_for(shown, lambda: chosen(self.root, name) == shown)

    def turn(self, name, key='Tab'):
        """A switch."""
        node = wait_for(name, lambda: find(self.root, name, lambda one: one.getRole() == pyatspi.ROLE_CHECK_BOX))
        before = is_in(node, pyatspi.STATE_CHECKED)
        if self.keyboard:
            self.tab_to(name, key)
            self.keyboard.press('space')
        else:
            act(node, 'toggle')
        wait_for('the switch ' + name, lambda: is_in(node, pyatspi.STATE_CHECKED) != before)

    def save_as(self, title, path):
        """Answers a file chooser, whose title begins so, with a path; the file is whole then."""
        if not self.keyboard:
            answer_with_file(self.root, path)
            return
        windows = wait_for('the file chooser', lambda: self.root.childCount > 1 and self.root.childCount)
        field = wait_for('the name of the file', lambda: entry(front(self.root), 'Name:'))
        focus_window(title)
        self.keyboard.press('ctrl+a')
        subprocess.run(['xdotool', 'type', '--delay', '8', str(path)], check=True)
        wait_for('the name taken', lambda: text_of(field) == str(path))
        self.keyboard.press('Return')
        wait_for('the end of the file chooser', lambda: self.root.childCount < windows)
        wait_for(str(path), lambda: os.path.exists(path) and os.path.getsize(path) > 0)
        self.begin()
