"""Side-by-side timings; not tests."""
