//go:build !edlib

package bench

func init() { missing = append(missing, "edlib: wants Debian's libedlib-dev and -tags edlib") }
