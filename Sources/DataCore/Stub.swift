// DataCore
