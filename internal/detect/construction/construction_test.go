package construction_test

import (
	"testing"

	"github.com/quoteprov/quoteprov/internal/comparison/comparisontest"
)

func TestCases(t *testing.T) { comparisontest.Run(t, "testdata/cases.txt") }
