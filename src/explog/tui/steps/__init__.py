"""The bodies of a guided meeting's steps: what stands in the middle of the screen."""
