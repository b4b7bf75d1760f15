"""A WebKit that WebKitWebDriver may drive, with a profile that stays on disk as a person's does: webkit.py PROFILE.

Debian's MiniBrowser keeps nothing when it is driven, so nothing could be found there, whatever a page left.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile = sys.argv[1]
places = WebKit2.WebsiteDataManager(base_data_directory=f"{profile}/data", base_cache_directory=f"{profile}/cache")
context = WebKit2.WebContext(website_data_manager=places)
context.set_automation_allowed(True)
context.set_preferred_languages(["de"])
context.get_cookie_manager().set_persistent_storage(f"{profile}/cookies", WebKit2.CookiePersistentStorage.SQLITE)


def show(_session):
    """The one window, as wide as a tablet."""
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True)
    window = Gtk.Window(default_width=1280, default_height=900)
    window.add(view)
    window.show_all()
    view.connect("close", lambda _view: Gtk.main_quit())
    return view


context.connect("automation-started", lambda _context, session: session.connect("create-web-view", show))
Gtk.main()
