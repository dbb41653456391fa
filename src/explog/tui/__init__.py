"""The terminal interface: screens and widgets over the journal. Loaded only when it is opened."""
