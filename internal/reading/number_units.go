package reading

import "math/big"

// A unit is what a number counts: kilometres, dollars, percent.
type Unit struct {
	Name string
	Of   string   // length, money, …: what it measures
	Size *big.Rat // in the smallest unit listed of what it measures; nil where units do not convert
}
