"""quizapp: a quiz made from what people have read, in which every answer can be proved."""
