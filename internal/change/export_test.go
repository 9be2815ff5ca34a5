package change

import (
	"maps"
	"slices"
)

// Rows are the kinds that have a row of traits, sorted.
func Rows() []Kind { return slices.Sorted(maps.Keys(traits)) }
