package pdffile

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
	"errors"
)

// Many files are locked against printing or copying, with an empty password
// for reading: ISO 32000-1, 7.6, and 32000-2 for the newer kind.

// A lock is how a file is locked.
type lock struct {
	key []byte
	aes bool // or else RC4
	own bool // each object has a key of its own, made of this one
}

// An objectKey opens the strings and the stream of one object.
type objectKey struct {
	*lock
	num, gen int
}

// unlock makes the key of a file that is locked. It is [ErrLocked] where the
// empty password does not open it.
func (f *File) unlock() error {
	d := f.Dict(f.trailer["Encrypt"])
	if d == nil {
		return nil
	}
	if f.Name(d["Filter"]) != "Standard" {
		return ErrLocked
	}
	l := &lock{own: true}
	v, r := f.int(d["V"]), f.int(d["R"])
	if v >= 4 {
		filter := f.Dict(f.Dict(d["CF"])[f.Name(d["StmF"])])
		switch f.Name(filter["CFM"]) {
		case "AESV2", "AESV3":
			l.aes = true
		case "V2":
		default:
			return nil // nothing is locked
		}
	}
	switch {
	case r >= 2 && r <= 4:
		l.key = f.oldKey(d, v, r)
	case r == 5 || r == 6:
		l.own = false
		l.key = f.newKey(d, r)
	}
	if l.key == nil {
		return ErrLocked
	}
	encrypt := f.trailer["Encrypt"]
	f.forget(encrypt)
	f.lock = l
	return nil
}

// forget drops what was read before the key was known, all but the dictionary
// of the lock itself, whose strings are not locked.
func (f *File) forget(keep Object) {
	ref, _ := keep.(Ref)
	kept, was := f.objects[ref.Num]
	f.objects, f.packs = map[int]Object{}, map[int]*pack{}
	if was {
		f.objects[ref.Num] = kept
	}
}

func (f *File) bytesOf(o Object) []byte {
	s, _ := f.Resolve(o).(String)
	return []byte(s)
}

var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// oldKey is the key by algorithm 2 for the empty password, or nil where that is
// not the password (algorithms 4 and 5).
func (f *File) oldKey(d Dict, v, r int) []byte {
	n := 5
	if length := f.int(d["Length"]); r >= 3 && length >= 40 && length <= 128 {
		n = length / 8
	}
	if v >= 4 {
		n = 16
	}
	var id []byte
	if a := f.Array(f.trailer["ID"]); len(a) > 0 {
		id = f.bytesOf(a[0])
	}
	p := binary.LittleEndian.AppendUint32(nil, uint32(int64(min(max(f.Number(d["P"]), -farthest), farthest))))
	sum := bytes.Join([][]byte{padding, f.bytesOf(d["O"]), p, id}, nil)
	if encrypted, given := f.Resolve(d["EncryptMetadata"]).(bool); r >= 4 && given && !encrypted {
		sum = append(sum, 0xFF, 0xFF, 0xFF, 0xFF)
	}
	key := md5.Sum(sum)
	for i := 0; r >= 3 && i < 50; i++ {
		key = md5.Sum(key[:n])
	}
	if !opens(key[:n], f.bytesOf(d["U"]), id, r) {
		return nil
	}
	return key[:n]
}

// opens reports whether the key is right: whether it makes the check string u.
func opens(key, u, id []byte, r int) bool {
	if r == 2 {
		return bytes.Equal(rc4Of(key, padding), u)
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	made := sum[:]
	for i := range 20 {
		k := bytes.Clone(key)
		for j := range k {
			k[j] ^= byte(i)
		}
		made = rc4Of(k, made)
	}
	return len(u) >= 16 && bytes.Equal(made, u[:16])
}

// newKey is the key of a file locked with 256 bits (ISO 32000-2, 7.6.4.3).
func (f *File) newKey(d Dict, r int) []byte {
	u, ue := f.bytesOf(d["U"]), f.bytesOf(d["UE"])
	if len(u) < 48 || len(ue) < 32 {
		return nil
	}
	if !bytes.Equal(newHash(u[32:40], r), u[:32]) {
		return nil
	}
	block, err := aes.NewCipher(newHash(u[40:48], r))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, 16)).CryptBlocks(key, ue[:32])
	return key
}

// newHash is the hash of the empty password with a salt: for revision 6 by
// algorithm 2.B.
func newHash(salt []byte, r int) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; r == 6; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		mod := 0
		for _, c := range e[:16] {
			mod += int(c)
		}
		k = hashBy(mod%3, e)
		if i >= 63 && int(e[len(e)-1]) <= i-32 {
			break
		}
	}
	return k[:32]
}

func hashBy(kind int, e []byte) []byte {
	switch kind {
	case 0:
		sum := sha256.Sum256(e)
		return sum[:]
	case 1:
		sum := sha512.Sum384(e)
		return sum[:]
	}
	sum := sha512.Sum512(e)
	return sum[:]
}

func rc4Of(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// keyOf is the key of an object; nil in a file that is not locked.
func (f *File) keyOf(num, gen int) *objectKey {
	if f.lock == nil {
		return nil
	}
	return &objectKey{f.lock, num, gen}
}

var errKey = errors.New("locked data is damaged")

// bytes opens what is locked.
func (k *objectKey) bytes(data []byte) ([]byte, error) {
	switch {
	case k == nil || len(data) == 0:
		return data, nil
	case !k.aes:
		return rc4Of(k.derive(), data), nil
	case len(data) < 32 || len(data)%16 != 0:
		return nil, errKey
	}
	block, err := aes.NewCipher(k.derive())
	if err != nil {
		return nil, errKey
	}
	out := make([]byte, len(data)-16)
	cipher.NewCBCDecrypter(block, data[:16]).CryptBlocks(out, data[16:])
	if pad := int(out[len(out)-1]); pad <= 16 && pad <= len(out) {
		out = out[:len(out)-pad]
	}
	return out, nil
}

// derive is the key for one object (algorithm 1).
func (k *objectKey) derive() []byte {
	if !k.own {
		return k.key
	}
	num := []byte{byte(k.num), byte(k.num >> 8), byte(k.num >> 16), byte(k.gen), byte(k.gen >> 8)}
	seed := append(bytes.Clone(k.key), num...)
	if k.aes {
		seed = append(seed, "sAlT"...)
	}
	sum := md5.Sum(seed)
	return sum[:min(len(k.key)+5, 16)]
}

// strings opens the strings in o.
func (k *objectKey) strings(o Object) Object {
	if k == nil {
		return o
	}
	switch o := o.(type) {
	case String:
		b, err := k.bytes([]byte(o))
		if err != nil {
			return o
		}
		return String(b)
	case Array:
		for i := range o {
			o[i] = k.strings(o[i])
		}
	case Dict:
		for key := range o {
			o[key] = k.strings(o[key])
		}
	}
	return o
}
