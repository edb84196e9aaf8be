"""What stands on the disk: seals on the way in, opens on the way out."""
