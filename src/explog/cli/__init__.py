"""The command line: click commands, each imported only when called; puts all parts together."""
