# The library `banxin` (static and shared) and the program; filled in with installation rules.
