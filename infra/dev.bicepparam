// One zone, public endpoints that ask for an identity, scales to zero.
using 'main.bicep'
extends 'shared.bicepparam'

import { dev } from 'stages.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'dev')
param stage = dev
