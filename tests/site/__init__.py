"""The built pages as files."""
