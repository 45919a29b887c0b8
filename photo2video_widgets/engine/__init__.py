"""The engine: it answers the service's protocol on this machine and renders the films."""
