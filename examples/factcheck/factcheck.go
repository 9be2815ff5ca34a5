// Package factcheck shows how a newsroom holds its stories to the transcripts
// in a Go test, which runs wherever its other tests run: before publication,
// and again when a transcript is corrected. All there is to see is in
// factcheck_test.go.
package factcheck
