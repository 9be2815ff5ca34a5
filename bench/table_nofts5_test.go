//go:build !fts5

package bench

func init() { missing = append(missing, "FTS5: wants -tags fts5 and a C compiler") }
