# SPDX-FileCopyrightText: 2026 The Milepost developers
# SPDX-License-Identifier: GPL-3.0-or-later

"""The program as a screen reader sees it: what the window tests share."""

import os
import shutil
import subprocess
import sys
import tempfile
import time

try:
    import gi
    gi.require_version('Atspi', '2.0')
    import pyatspi
    from gi.repository import Atspi, Gio, GLib
except (ImportError, ValueError) as error:
    print('skipped: pyatspi is missing:', error)
    sys.exit(77)

LIMIT = 120  # seconds; there is much to look through in a window with a case, and machines have other work
SLOW = 20 if os.environ.get('MP_TEST_SLOW') else 1  # in valgrind
Atspi.set_timeout(60000 * SLOW, 60000 * SLOW)


def needs(*tools):
    """Skips the test where a tool is missing."""
    for tool in tools:
        if shutil.which(tool) is None:
            print('skipped: %s is missing' % tool)
            sys.exit(77)


def wait_for(what, condition):
    """Runs the main loop until condition () gives something true, which is returned."""
    end = time.monotonic() + LIMIT * SLOW
    while time.monotonic() < end:
        GLib.MainContext.default().iteration(False)
        try:
            found = condition()
        except (GLib.Error, LookupError, RuntimeError):  # an object that is gone
            found = None
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError('waited in vain for ' + what)


def walk(node):
    """All but the cells of tables, whose rows say everything."""
    yield node
    if node.getRole() == pyatspi.ROLE_TABLE_ROW:
        return
    for child in node:
        if child is not None:
            yield from walk(child)


def application(pid):
    for program in pyatspi.Registry.getDesktop(0):
        try:
            if program is not None and program.get_process_id() == pid:
                return program
        except GLib.Error:  # one that was killed, and is listed yet
            continue
    return None


def emit(name, path, interface, signal, arguments=None):
    """What a service of the desktop or of the system says; one bus stands for both."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                  GLib.Variant('(su)', (name, 4)), None, Gio.DBusCallFlags.NONE, -1, None)
    bus.emit_signal(None, path, interface, signal, arguments)
    bus.flush_sync(None)


class Login:
    """logind on the bus of the test: gives out a session and inhibitors, and tells of a lock and of sleep."""

    INTERFACE = """<node><interface name='org.freedesktop.login1.Manager'>
        <method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
          <arg type='s' direction='in'/><arg type='h' direction='out'/></method>
        <method name='GetSession'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
        <method name='GetSessionByPID'><arg type='u' direction='in'/><arg type='o' direction='out'/></method>
        </interface></node>"""
    MANAGER = '/org/freedesktop/login1'

    def __init__(self, sessions):
        """sessions: the path of a session by its id, or by the number of a program."""
        self.sessions, self.inhibitors, self.asked = sessions, [], []
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        self.bus.register_object(self.MANAGER, Gio.DBusNodeInfo.new_for_xml(self.INTERFACE).interfaces[0], self.called, None, None)
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                           GLib.Variant('(su)', ('org.freedesktop.login1', 4)), None, Gio.DBusCallFlags.NONE, -1, None)

    def called(self, bus, sender, path, interface, method, parameters, invocation):
        arguments = parameters.unpack();
        if method == 'Inhibit':
            self.asked.append(arguments)
            read, write = os.pipe()
            files = Gio.UnixFDList.new()
            files.append(write)
            os.close(write)
            os.set_blocking(read, False)
            self.inhibitors.append(read)
            invocation.return_value_with_unix_fd_list(GLib.Variant('(h)', (0,)), files)
        elif arguments[0] in self.sessions:
            invocation.return_value(GLib.Variant('(o)', (self.sessions[arguments[0]],)))
        else:
            invocation.return_dbus_error('org.freedesktop.login1.NoSuchSession', 'no such session')

    def held(self):
        """How many of the inhibitors are not given back."""
        n = 0
        for read in self.inhibitors:
            try:
                os.read(read, 1)
            except BlockingIOError:
                n += 1
        return n

    def lock(self, session):
        emit('org.freedesktop.login1', session, 'org.freedesktop.login1.Session', 'Lock')

    def sleep(self, begins):
        emit('org.freedesktop.login1', self.MANAGER, 'org.freedesktop.login1.Manager', 'PrepareForSleep', GLib.Variant('(b)', (begins,)))


def lock_screen():
    """What a desktop says when it locks the screen."""
    emit('org.freedesktop.ScreenSaver', '/org/freedesktop/ScreenSaver', 'org.freedesktop.ScreenSaver', 'ActiveChanged',
         GLib.Variant('(b)', (True,)))


def offers(node, interface):
    return interface in pyatspi.listInterfaces(node)


def is_in(node, state):
    """Whether a node is in a state, pyatspi.STATE_…, at present."""
    node.clear_cache()
    return node.getState().contains(state)


def text_of(node):
    text = node.queryText()
    return text.getText(0, text.characterCount)


def find(root, name, condition=lambda node: True):
    """The first thing of a name."""
    return next((node for node in walk(root) if node.name == name and condition(node)), None)


def of_role(root, name, *roles):
    return find(root, name, lambda node: node.getRole() in roles)


def named(root, name):
    return find(root, name)


def entry(root, name):
    return find(root, name, lambda node: offers(node, 'EditableText'))


def slider(root, name):
    return find(root, name, lambda node: offers(node, 'Value'))


def button(root, name):
    return of_role(root, name, pyatspi.ROLE_PUSH_BUTTON)


def tab(root, name):
    return of_role(root, name, pyatspi.ROLE_PAGE_TAB)


def toggle(root, name):
    return of_role(root, name, pyatspi.ROLE_TOGGLE_BUTTON, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_PAGE_TAB)


def response(root, name):
    """A button of a message dialog, which libadwaita names twice over."""
    return button(root, name + ' ' + name) or button(root, name)


def can_press(root, name):
    node = button(root, name)
    return node if node is not None and is_in(node, pyatspi.STATE_SENSITIVE) else None


def table_rows(root, beginning):
    """The sentences of the rows of a table that begin so."""
    return [node.name for node in walk(root) if node.getRole() == pyatspi.ROLE_TABLE_ROW and node.name.startswith(beginning)]


def front(root):
    """The window that was opened last: a dialog has fewer things to look through than all windows."""
    return root[root.childCount - 1]


def menu(root, name):
    """An entry of one of the menus, each of which is made when it is first opened."""
    def find_in_menus():
        menus = [node for node in walk(root) if node.name == 'Menu' and node.childCount > 0 and node[0].name == 'Menu']
        for node in menus:
            item = of_role(node, name, pyatspi.ROLE_MENU_ITEM)
            if item is not None:
                return item
            if node.childCount == 1:
                press(node[0])
        return None
    return wait_for(name, find_in_menus)


def actions_of(node):
    """The names of what can be done with a node, in its own order."""
    actions = node.queryAction()
    return [actions.getName(i) for i in range(actions.nActions)] if actions else []


def act(node, name):
    """Does an action of a node by its name."""
    names = actions_of(node)
    if name not in names:
        raise AssertionError('no action %s in %s' % (name, node.name))
    node.queryAction().doAction(names.index(name))


def press(node):
    act(node, 'click')


def dismiss(node, name='window.close'):
    """An action that ends a window, which may be gone before it has answered."""
    try:
        act(node, name)
    except (GLib.Error, LookupError, RuntimeError):
        pass


def fill(root, name, text):
    wait_for(name, lambda: entry(root, name)).queryEditableText().setTextContents(text)


def answer_with_file(root, path):
    """Answers a file chooser with a path, through the accessibility tree."""
    field = wait_for('the name of the file', lambda: root.childCount > 1 and entry(front(root), 'Name:'))
    field.queryEditableText().setTextContents(str(path))
    wait_for('the name taken', lambda: text_of(field) == str(path))
    windows = root.childCount
    dismiss(front(root), 'default.activate')
    wait_for('the end of the file chooser', lambda: root.childCount < windows)
    wait_for(str(path), lambda: os.path.exists(path) and os.path.getsize(path) > 0)


def focused(root, name=None):
    """The name of what has the focus; or whether it is @name. Each window remembers one: the last is asked for."""
    names = [node.name for node in walk(root) if node.getState().contains(pyatspi.STATE_FOCUSED)]
    return name in names if name is not None else names[-1] if names else ''


class Focus:
    """The last thing that got the focus, as it is told to a screen reader; asks for nothing, so it costs nothing."""

    def __init__(self):
        self.name, self.count = '', 0
        pyatspi.Registry.registerEventListener(self.moved, 'object:state-changed:focused')

    def moved(self, event):
        if event.detail1:
            self.name, self.count = event.source.name, self.count + 1


def fresh(node):
    """The present name of a node that was found before: far less than another walk."""
    node.clear_cache()
    return node.name


class Keyboard:
    """Keys through the X server, counted."""

    NAMES = {'↑': 'Up', '↓': 'Down', '⏎': 'ctrl+Return', '✓': 'Return', '\n': 'Return', '\t': 'Tab', ' ': 'space', ',': 'comma', '$': 'dollar', '/': 'slash', '.': 'period'}

    def __init__(self):
        self.count = 0

    def press(self, *keys):
        self.count += len(keys)
        subprocess.run(['xdotool', 'key', '--delay', '8', *keys], check=True)

    def type(self, text):
        self.press(*[self.NAMES.get(letter, letter) for letter in text])


def focus_window(name):
    """There is no window manager to do it."""
    window = subprocess.run(['xdotool', 'search', '--sync', '--onlyvisible', '--name', name],
                            capture_output=True, text=True, check=True, timeout=LIMIT * SLOW).stdout.split()[-1]
    subprocess.run(['xdotool', 'windowfocus', '--sync', window], check=True)


def click(root, name):
    """Clicks the first thing of that name that can be clicked; whether there was one."""
    for node in walk(root):
        if node.name == name and offers(node, 'Action'):
            try:
                press(node)
                return True
            except AssertionError:
                continue
    return False


def has_name(root, text):
    return any(text in node.name for node in walk(root))


def beside(node, text):
    """Whether something near a node says so: far less to look through than the window is."""
    above = node.parent
    while above.getRole() != pyatspi.ROLE_APPLICATION:
        if any(has_name(child, text) for child in above if child is not None and child != node):
            return True
        node, above = above, above.parent
    return False


class Program:
    """The program with a home of its own; what it says on standard error is kept."""

    def __init__(self, path, home, *files, settings=None):
        """settings: {'en-cost': "'25'"}, values as GVariant text."""
        environment = dict(os.environ, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home,
                           GSK_RENDERER='cairo', GDK_DEBUG='gl-disable', GSETTINGS_BACKEND='memory',
                           ADW_DISABLE_PORTAL='1', GTK_USE_PORTAL='0', LC_ALL='C.UTF-8')
        environment.pop('GTK_A11Y', None)
        if settings:
            environment['GSETTINGS_BACKEND'] = 'keyfile'
            os.makedirs(os.path.join(home, 'glib-2.0', 'settings'))
            with open(os.path.join(home, 'glib-2.0', 'settings', 'keyfile'), 'w', encoding='utf-8') as out:
                out.write('[io/github/milepost/Milepost]\n' + ''.join('%s=%s\n' % item for item in settings.items()))
        self.path, self.environment = path, environment
        self.forgiven = []  # parts of GTK's own messages that a test explains
        self.log = tempfile.TemporaryFile('w+')
        self.process = subprocess.Popen([path, *files], env=environment, stderr=self.log)
        try:
            self.root = wait_for('the program', lambda: self.process.poll() is not None or application(self.process.pid))
        except AssertionError:
            self.kill()
            raise
        if self.process.poll() is not None:
            print('the program ended before it had a window')
            print(self.errors())
            sys.exit(99)

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def errors(self):
        """The warnings and critical messages of the program so far."""
        return [line for line in self.said().splitlines()
                if ('WARNING' in line or 'CRITICAL' in line) and not any(known in line for known in self.forgiven)]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Ends the program, which has said no warning and nothing critical."""
        self.process.terminate()
        self.process.wait()
        said = self.errors()
        if sys.exc_info()[0] is not None:
            self.log.seek(0)
            print(self.log.read(), file=sys.stderr)  # the test failed: the program may say why
        elif said:
            raise AssertionError('on standard error: ' + '\n'.join(said))

    def kill(self):
        self.process.kill()
        self.process.wait()


def picture(name):
    """With MP_PICTURES, a folder, the tests leave pictures there of what they saw."""
    folder = os.environ.get('MP_PICTURES')
    if folder:
        time.sleep(0.6)
        subprocess.run(['import', '-window', 'root', os.path.join(folder, name + '.png')], check=True)


def tree(root, depth=0):
    """What a screen reader sees, for whoever writes a test."""
    print('  ' * depth + f'{root.getRoleName()} "{root.name}"', [a for a in pyatspi.listInterfaces(root) if a in ('Action', 'EditableText', 'Selection', 'Value')],
          actions_of(root) if offers(root, 'Action') else '')
    for child in root:
        if child is not None:
            tree(child, depth + 1)
