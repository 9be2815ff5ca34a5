//go:build nolearned

package lexicon

// learnedData is empty: the build leaves the learned table out.
var learnedData []byte
