// What tells one stage from another. A parameter file names its stage and nothing else that is about size, safety or money.

@export()
@description('How an installation is laid out.')
type Stage = {
  @description('Whether storage and compute survive the loss of a zone. Costs at least two always-ready instances for each group of functions.')
  zoneRedundant: bool

  @description('Whether storage is reached through private endpoints alone, the trusted services and the operators excepted.')
  privateNetworking: bool

  @description('Instances that wait for work. 0: the first article after a pause waits for a cold start.')
  @minValue(0)
  @maxValue(20)
  alwaysReadyInstances: int

  @description('Most instances at a time. An instance writes about as fast as eight articles at once can; a partition of a table takes 2,000 entities/s.')
  @minValue(1)
  @maxValue(1000)
  maximumInstances: int

  @description('Memory of an instance in MB.')
  instanceMemoryMB: 512 | 2048 | 4096

  // Rows can be made anew from files; files can't.
  @description('Whether the account of the articles can\'t be deleted before somebody takes its lock away.')
  locked: bool

  @description('Days that deleted and overwritten blobs can be had back.')
  @minValue(7)
  @maxValue(365)
  undeleteDays: int

  @description('Days that logs and metrics are kept.')
  @minValue(30)
  @maxValue(730)
  logDays: int

  // Prod has none: once it is reached, every alert that asks for logs is blind until the next day, and what fills a workspace is
  // most often what somebody should be woken for. There the budget tells. Dev has one, and the alert log-cap says when it is reached.
  @description('GB of telemetry a day after which no more is taken in. −1: no cap.')
  logCapGB: int

  @description('Share of traces that are kept, from 0 to 1. Of metrics, and of what the app logs, all is kept.')
  tracesKept: string

  @description('Seconds from upload to rows above which somebody is told.')
  @minValue(60)
  lagSeconds: int
}

@export()
@description('Cheap and open enough to try things: one zone, public endpoints (with identity), scales to zero.')
var dev Stage = {
  zoneRedundant: false
  privateNetworking: false
  alwaysReadyInstances: 0
  maximumInstances: 40
  instanceMemoryMB: 2048
  locked: false
  undeleteDays: 7
  logDays: 30
  logCapGB: 1
  tracesKept: '1.0'
  lagSeconds: 900
}

@export()
@description('Three zones, private endpoints, no cold start.')
var prod Stage = {
  zoneRedundant: true
  privateNetworking: true
  alwaysReadyInstances: 2
  maximumInstances: 100
  instanceMemoryMB: 2048
  locked: true
  undeleteDays: 30
  logDays: 90
  logCapGB: -1
  tracesKept: '0.1'
  lagSeconds: 300
}
