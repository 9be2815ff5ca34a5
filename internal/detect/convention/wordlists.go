package convention

import (
	"github.com/quoteprov/quoteprov/internal/words"
)

// fillers are words of spoken language that reporters leave out. Each entry is
// one or more words.
var fillers = words.Phrases("style", "fillers")
