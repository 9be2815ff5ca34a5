//go:build !nolearned

package lexicon

import (
	_ "embed"
	"sync"
)

// learnedData is the table of words and phrases seen as translations of the
// same words. Building with the tag nolearned leaves it out, and the tables of which
// it is a part.
//
//go:embed learned/paraphrase.txt.gz
var learnedData []byte

//go:embed learned/tables.bin
var tablesData string

var shipped = sync.OnceValue(func() *tables { return readTables(tablesData) })
