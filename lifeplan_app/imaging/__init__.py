"""An uploaded photo made safe: nothing of what was sent is kept but its picture.

`developing` makes two small pictures of it, `child` does so in a process of its own, and `apart`
starts that process. The server imports `apart` alone and never a decoder.
"""
