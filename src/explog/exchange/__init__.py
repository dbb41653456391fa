"""In and out: the canonical JSON document, its schemas, and the demo log that travels as such documents."""
