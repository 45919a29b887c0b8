"""Photos on their way to a back end: what it takes, what must be made into something else first, and the sending."""
