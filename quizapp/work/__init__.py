"""Work that takes longer than a page may: done by a worker of its own, told of it by a queue."""
