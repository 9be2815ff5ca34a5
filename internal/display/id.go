package display

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// idBytes is how much of the digest an id keeps: among a million findings two
// share one with a likelihood of 1 in 500.
const idBytes = 6

// ID names what these texts are together.
func ID(texts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\n")))
	return hex.EncodeToString(sum[:idBytes])
}
