"""What lists and the Overview read: one experiment as a line, and the log at a glance."""
