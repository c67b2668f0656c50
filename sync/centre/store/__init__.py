"""The centre's store: SQLAlchemy Core on embedded SQLite or on PostgreSQL."""
