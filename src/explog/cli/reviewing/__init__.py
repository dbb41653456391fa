"""What ``explog review`` does, word by word; each module is imported when its word is said."""
