"""Keys, and what they seal: small functions without input or output.

A new reader starts at `sealing`, the one envelope everything is sealed in; `records` and `slots`
say what may go into it, `keyring` holds the keys of those who are signed in.
"""
