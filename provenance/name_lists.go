package provenance

import "github.com/quoteprov/quoteprov/internal/words"

// notNames are words with a capital letter that name nobody: titles, and what
// always has one.
var notNames = words.Set("names", "not-names")

// demonyms are names of peoples that do not begin like their country.
var demonyms = words.Groups("places", "demonyms")

// alsoWords are names that are common words too.
var alsoWords = words.Set("names", "also-words")

// capitals stand for their governments.
var capitals = words.Values("places", "capitals", words.Text)

// nicknames are short forms of first names.
var nicknames = words.Groups("names", "nicknames")

// nations are countries whose names may look like another's.
var nations = words.Set("places", "nations")

// generic are words that stand in names of places, offices and bodies and are
// translated now in one way, now in another.
var generic = words.Set("names", "generic")
