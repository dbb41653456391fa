"""In and out: the canonical JSON document, its schemas, and the demo that travels as documents."""
