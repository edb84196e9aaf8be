"""What is not a page: sign-in posts, leaving, security headers, the gate before the socket."""
