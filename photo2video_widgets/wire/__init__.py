"""The wire: HTTP, the stream of events, what the codes mean, and one method for each call of the protocol."""
