"""The command line: click commands, each imported only when called. The only layer that puts the parts together."""
