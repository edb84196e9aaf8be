"""The pages as files: built once by Reflex and Vite, then only served."""
