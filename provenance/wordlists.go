package provenance

import "github.com/quoteprov/quoteprov/internal/words"

// functionWords carry grammar rather than content. What negates, counts or
// makes a claim more or less sure is not among them.
var functionWords = words.Set("grammar", "function-words")

// person is who a pronoun speaks of. It and they stand for each other where a
// body of people is meant.
var person = words.Groups("grammar", "pronouns")

// fillers are words of spoken language that reporters leave out. Each entry is
// one or more words.
var fillers = words.Phrases("style", "fillers")

// emptyWords say nothing that a claim hangs on; putting one in or leaving one
// out is no more than style.
var emptyWords = words.Set("grammar", "empty-words")
