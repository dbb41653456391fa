"""What a person can do, each act as one method with one event, for every front end.

``Journal`` takes the store as a protocol, plus one clock and an id maker; it knows neither SQLite
nor a screen.
"""
