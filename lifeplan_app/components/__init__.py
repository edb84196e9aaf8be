"""What pages are made of: arguments in, component out. No State, and no words of their own."""
