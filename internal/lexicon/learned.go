package lexicon

import (
	_ "embed"
	"sync"
)

//go:embed learned/tables.bin
var tablesData string

var shipped = sync.OnceValue(func() *tables { return readTables(tablesData) })
