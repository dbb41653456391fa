"""One module for each command, imported only when called: ``command(name)`` builds it."""
